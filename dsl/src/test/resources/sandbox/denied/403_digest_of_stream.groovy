revision 'd403'

upgrade {
    new java.security.DigestInputStream(null, MessageDigest.getInstance('MD5'))
}
downgrade { }
