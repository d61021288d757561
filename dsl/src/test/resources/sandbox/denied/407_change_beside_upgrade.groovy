revision 'd407'

upgrade { execute 'SELECT 1' }
downgrade { }

this.change { execute 'SELECT 2' }
