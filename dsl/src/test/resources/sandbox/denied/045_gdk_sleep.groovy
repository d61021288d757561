revision 'd045'

upgrade {
    sleep 10
}
downgrade { }
