package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.engine.SettingException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator.
 *
 * @param email needed as long as there is no administrator
 * @param password as {@code email}
 */
@ConfigurationProperties("stocktake.admin")
record AdminSettings(@Nullable String email, @Nullable String password) {

	String requireEmail() {
		return require(this.email, "STOCKTAKE_ADMIN_EMAIL", "e-mail address");
	}

	String requirePassword() {
		return require(this.password, "STOCKTAKE_ADMIN_PASSWORD", "password");
	}

	private static String require(@Nullable String value, String setting, String meaning) {
		if (value == null || value.isBlank()) {
			throw new SettingException(
					"%s is not set and there is no administrator yet: set it to the %s of the first one and start again."
						.formatted(setting, meaning));
		}
		return value;
	}

}
