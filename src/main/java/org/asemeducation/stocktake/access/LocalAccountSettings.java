package org.asemeducation.stocktake.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passwords that Stocktake keeps itself.
 *
 * @param localAccounts {@code false}: only the emergency administrator has one
 */
@ConfigurationProperties("stocktake")
record LocalAccountSettings(@DefaultValue("true") boolean localAccounts) {

}
