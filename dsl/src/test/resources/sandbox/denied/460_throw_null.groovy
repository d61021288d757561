revision 'd434'
upgrade {
   throw null
}
downgrade { }
