revision 'd207'

upgrade {
    while (true) { }
}
downgrade { }
