revision 'x'
down_revision = None
branch_labels = None
upgrade { }
downgrade { }
