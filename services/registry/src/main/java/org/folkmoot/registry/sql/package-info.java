/** What is asked of the database beside Hibernate: sets, aggregates, and tables that nobody changes row by row. */
@NullMarked
package org.folkmoot.registry.sql;

import org.jspecify.annotations.NullMarked;
