package dev.retort.internal.sandbox

/** What the attacks under {@code denied/} try to leave behind; looked for, since an exception alone proves nothing. */
class Effects {

    private static final File FILE = new File('target/pwned')
    private static final String PROPERTY = 'retort.pwned'

    private final Locale locale = Locale.default
    private final TimeZone zone = TimeZone.default
    private final PrintStream out = System.out
    private final PrintStream err = System.err
    private final Set<Thread> threads = Thread.allStackTraces.keySet()
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream()
    private final PrintStream console = new PrintStream(printed)

    Effects() {
        FILE.delete()
        System.clearProperty(PROPERTY)
        System.out = console
        System.err = console
    }

    /** All that happened; to be asked once. */
    List<String> found() {
        def found = []
        if (FILE.exists()) found << 'a file was made'
        if (System.getProperty(PROPERTY) != null) found << 'a property was set'
        if (Locale.default != locale) found << 'the locale was changed'
        if (TimeZone.default != zone) found << 'the time zone was changed'
        if (!System.out.is(console) || !System.err.is(console)) found << 'the console was replaced'
        if (printed.size() > 0) found << "something was printed: $printed".toString()
        def left = Thread.allStackTraces.keySet() - threads
        left.findAll { it.alive && !it.name.startsWith('retort-compile') && !it.name.startsWith('retort-script') }.each { found << "a thread was started: $it.name".toString() }
        FILE.delete()
        System.clearProperty(PROPERTY)
        Locale.default = locale
        TimeZone.default = zone
        System.out = out
        System.err = err
        found
    }
}
