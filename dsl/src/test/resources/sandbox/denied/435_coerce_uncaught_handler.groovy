revision 'd435'
upgrade {
    Thread.UncaughtExceptionHandler h = { t, e -> } as Thread.UncaughtExceptionHandler
}
downgrade { }
