import static java.lang.System.exit

revision 'd173'

upgrade {
    exit(3)
}
downgrade { }
