package dev.retort.internal.script.verb;

import java.util.Map;

/** What a procedure or a function is, besides its body. */
@Group
@Option(value = "language", type = String.class)
@Option(value = "securityDefiner", type = Boolean.class)
@Option(value = "set", type = Map.class)
public @interface ProcedureOptions {}
