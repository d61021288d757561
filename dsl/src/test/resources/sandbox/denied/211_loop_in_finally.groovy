revision 'd211'

upgrade {
    try { while (true) { } } finally { while (true) { } }
}
downgrade { }
