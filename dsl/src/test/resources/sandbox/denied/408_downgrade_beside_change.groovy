revision 'd408'

change { renameTable 'a', 'b' }

this.downgrade { dropTable 'a' }
