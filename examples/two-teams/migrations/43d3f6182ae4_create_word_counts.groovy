revision     '43d3f6182ae4'
downRevision '32c2e50719d3'
message      'Create word counts'

change {
    createTable('word_counts') {
        column 'document_id', integer, nullable: false, references: 'documents.id', onDelete: 'CASCADE'
        column 'word', varchar(100), nullable: false
        column 'n', integer, nullable: false
        primaryKey 'document_id', 'word'
    }
}
