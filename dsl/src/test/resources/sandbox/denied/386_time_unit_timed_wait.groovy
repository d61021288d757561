revision 'd386'

upgrade {
    java.util.concurrent.TimeUnit.SECONDS.timedWait('lock', 3)
}
downgrade { }
