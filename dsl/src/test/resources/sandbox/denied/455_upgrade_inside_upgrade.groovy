revision 'd429'
upgrade {
   this.upgrade { execute 'b' } }
downgrade { }
