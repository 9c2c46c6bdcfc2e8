#!/usr/bin/env python3
"""Make a certificate for the first of ALLOWED_HOSTS, if the folder has none.

    python tools/certificate.py FOLDER

It is signed by itself, so browsers warn of it: it lets the proxy start on the first day. Put the
real fullchain.pem and privkey.pem in the folder, and it is left alone.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID


def self_signed(host: str, now: datetime) -> tuple[bytes, bytes]:
    """A certificate for the host and its key, both in PEM, good for 90 days."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host[:64])])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=90))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return certificate.public_bytes(Encoding.PEM), private


def main() -> None:
    folder = Path(sys.argv[1])
    chain, key = folder / "fullchain.pem", folder / "privkey.pem"
    if chain.exists() and key.exists():
        return
    host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip()
    certificate, private = self_signed(host, datetime.now(UTC))
    key.touch(mode=0o600)
    key.write_bytes(private)
    chain.write_bytes(certificate)
    print(f"Made a certificate for {host}, signed by itself, in {folder}: browsers warn of it.")


if __name__ == "__main__":
    main()
