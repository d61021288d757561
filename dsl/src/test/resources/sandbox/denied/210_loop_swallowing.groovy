revision 'd210'

upgrade {
    while (true) { try { while (true) { } } catch (Throwable t) { } }
}
downgrade { }
