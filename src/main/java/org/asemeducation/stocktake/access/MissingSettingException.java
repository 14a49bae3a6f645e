package org.asemeducation.stocktake.access;

/**
 * The application cannot start without a setting.
 */
class MissingSettingException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	MissingSettingException(String setting, String meaning) {
		super("%s is not set: Stocktake runs on its own database and has no administrator yet. Set it to %s and start again."
			.formatted(setting, meaning));
	}

}
