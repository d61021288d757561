revision 'd387'

upgrade {
    java.util.concurrent.TimeUnit.SECONDS.timedJoin(Thread.currentThread(), 3)
}
downgrade { }
