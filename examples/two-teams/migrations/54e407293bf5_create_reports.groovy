revision     '54e407293bf5'
branchLabels 'reporting'
dependsOn    '21b1d4f608c2', '32c2e50719d3'
message      'Create reports over orders and documents'

upgrade('A chain of its own, which needs what two other branches have made.') {
    execute '''
        CREATE VIEW account_activity AS
        SELECT a.id, a.name,
               (SELECT count(*) FROM orders o WHERE o.account_id = a.id) AS orders,
               (SELECT count(*) FROM documents d WHERE d.account_id = a.id) AS documents
        FROM accounts a
    '''
}

downgrade {
    execute 'DROP VIEW account_activity'
}
