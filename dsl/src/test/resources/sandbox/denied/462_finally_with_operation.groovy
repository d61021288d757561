revision 'd436'
upgrade {
   try { while (true) { } } finally { execute 'SELECT 1' }
}
downgrade { }
