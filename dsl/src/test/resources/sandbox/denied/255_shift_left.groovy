revision 'd255'

upgrade {
    execute "${1G << 2000000000}"
}
downgrade { }
