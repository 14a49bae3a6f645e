package org.asemeducation.stocktake.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demonstration, which exists only on the embedded database.
 *
 * @param enabled set when no database address was given
 * @param password of every demonstration account
 */
@ConfigurationProperties("stocktake.demo")
record DemoSettings(@DefaultValue("false") boolean enabled, @DefaultValue("demo") String password) {

}
