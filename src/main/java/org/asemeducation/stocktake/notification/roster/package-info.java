/**
 * Whether the people of the register still are the contacts, asked before a cycle asks
 * for updates. Owns what they answered and what the AES made of it; when somebody is
 * asked is the rule's to say.
 */
@NullMarked
package org.asemeducation.stocktake.notification.roster;

import org.jspecify.annotations.NullMarked;
