revision 'd385'

upgrade {
    java.util.concurrent.TimeUnit.SECONDS.sleep(3)
}
downgrade { }
