package dev.retort.internal.script

/** Named by the scripts of the specs, as the dialects of the engine are. */
class Sqlite implements Database {

    @Override
    String name() { 'sqlite' }
}
