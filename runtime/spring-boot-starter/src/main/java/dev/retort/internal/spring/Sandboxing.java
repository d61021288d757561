package dev.retort.internal.spring;

/** Where scripts run. */
enum Sandboxing {
    /** In a thread of the application, with its Groovy. */
    THREAD,
    /** In a process of their own. */
    PROCESS
}
