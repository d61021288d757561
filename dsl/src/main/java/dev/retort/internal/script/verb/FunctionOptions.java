package dev.retort.internal.script.verb;

/** What a function is, besides its body. */
@Group
@Option(value = "returns", type = Object.class)
@Option(
        value = {"volatility", "parallel"},
        type = String.class)
@Option(
        value = {"strict", "leakproof"},
        type = Boolean.class)
@Option(
        value = {"cost", "rows"},
        type = Number.class)
@ProcedureOptions
public @interface FunctionOptions {}
