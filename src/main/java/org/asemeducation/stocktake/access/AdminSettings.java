package org.asemeducation.stocktake.access;

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
		return require(this.email, "STOCKTAKE_ADMIN_EMAIL", "the e-mail address of the first administrator");
	}

	String requirePassword() {
		return require(this.password, "STOCKTAKE_ADMIN_PASSWORD", "the password of the first administrator");
	}

	private static String require(@Nullable String value, String setting, String meaning) {
		if (value == null || value.isBlank()) {
			throw new MissingSettingException(setting, meaning);
		}
		return value;
	}

}
