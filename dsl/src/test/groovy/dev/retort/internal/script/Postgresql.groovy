package dev.retort.internal.script

/** Named by the scripts of the specs, as the dialects of the engine are. */
class Postgresql implements Database {

    @Override
    String name() { 'postgresql' }

    @Override
    boolean limitsNames() { true }
}
