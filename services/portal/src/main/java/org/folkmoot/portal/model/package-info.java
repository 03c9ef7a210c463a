/**
 * How the practices of an ICS are organised, as people read it: the map of all practices, who changed lately, and of one
 * practice who stood behind it on a day and how it came to that. The registry derives it; words and pictures are made here.
 */
@NullMarked
package org.folkmoot.portal.model;

import org.jspecify.annotations.NullMarked;
