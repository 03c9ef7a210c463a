/**
 * Integration cases: a practice considers joining a trust or another body. The list, a case with all that is on record, and
 * a form for each thing that somebody may add to it. Who may, the registry says; a person is offered what their role allows.
 */
@NullMarked
package org.folkmoot.portal.integration;

import org.jspecify.annotations.NullMarked;
