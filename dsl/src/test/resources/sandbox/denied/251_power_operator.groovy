revision 'd251'

upgrade {
    execute "${9 ** 200000000}"
}
downgrade { }
