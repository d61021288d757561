revision 'd316'

upgrade {
    synchronizedWait(new Object())
}
downgrade { }

static void synchronizedWait(Object o) { o.wait() }
