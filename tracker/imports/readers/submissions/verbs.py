"""Verbs with which an item of a list of recommendations begins."""

COMMANDS = frozenset(
    [
        "abide", "abolish", "accede", "accelerate", "accept", "acknowledge", "act", "address",
        "adhere", "adjust", "adopt", "advance", "advocate", "afford", "align", "allocate",
        "allow", "amend", "apply", "appoint", "approve", "assess", "assist", "assure", "avoid",
        "ban", "bring", "build", "call", "carry", "cease", "change", "clarify", "close",
        "co-operate", "collaborate", "collect", "combat", "commit", "compensate", "comply",
        "conduct", "consider", "continue", "cooperate", "create", "criminalise", "criminalize",
        "decriminalise", "decriminalize", "define", "deliver", "demonstrate", "designate",
        "desist", "develop", "disaggregate", "disclose", "discontinue", "drop", "eliminate",
        "enable", "enact", "encourage", "end", "enforce", "engage", "enhance", "ensure",
        "establish", "examine", "exempt", "expand", "expedite", "explain", "explore", "extend",
        "facilitate", "fight", "finalise", "finalize", "free", "fulfil", "fulfill", "fully",
        "fund", "give", "grant", "guarantee", "halt", "help", "honor", "honour", "identify",
        "immediately", "implement", "improve", "include", "incorporate", "increase", "inform",
        "initiate", "institute", "integrate", "intensify", "introduce", "invest", "investigate",
        "invite", "issue", "join", "keep", "launch", "let", "lift", "limit", "lower", "maintain",
        "make", "meet", "mitigate", "modify", "monitor", "name", "negotiate", "observe", "offer",
        "open", "participate", "pay", "permit", "place", "pledge", "prevent", "print",
        "prioritise", "prioritize", "prohibit", "promote", "promptly", "prosecute", "protect",
        "provide", "publicise", "publicize", "publish", "punish", "put", "raise", "ratify",
        "recognise", "recognize", "reduce", "reform", "refrain", "regularise", "regularize",
        "reinforce", "release", "remedy", "remove", "reopen", "repeal", "report", "request",
        "resettle", "resolve", "respect", "respond", "restore", "review", "revise", "revoke",
        "safeguard", "secure", "seek", "send", "set", "share", "sign", "speed", "start", "stop",
        "strengthen", "submit", "support", "suspend", "take", "terminate", "train", "treat",
        "undertake", "update", "uphold", "urge", "urgently", "use", "visit", "welcome",
        "withdraw", "work",
    ]
)  # fmt: skip
