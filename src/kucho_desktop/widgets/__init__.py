"""Qt parts that know no room: pages are put together from them.

room_page    the base of every page; form and field: any record from its declarations
table        a long list (PagedTable in a RecordList); search: filter as one types
side_by_side list and form; pair: any two parts; wizard: step by step; question: before a loss
task         long work in a thread or a process; working: its strip; toast: what was done
theme        palette, type size and lengths; colours: every colour by role; icons, parts
"""
