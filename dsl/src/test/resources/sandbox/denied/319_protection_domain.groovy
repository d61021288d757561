revision 'd319'

upgrade {
    execute Operations.protectionDomain.codeSource.location.toString()
}
downgrade { }
