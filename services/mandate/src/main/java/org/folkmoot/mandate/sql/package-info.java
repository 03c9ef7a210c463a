/** What is asked of the database beside Hibernate: sets, aggregates, and tables that nobody changes row by row. */
@NullMarked
package org.folkmoot.mandate.sql;

import org.jspecify.annotations.NullMarked;
