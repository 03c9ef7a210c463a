/** What a system outside the platform needs to read its events: one file and Kafka's client, to be copied from. */
@NullMarked
package org.folkmoot.example;

import org.jspecify.annotations.NullMarked;
