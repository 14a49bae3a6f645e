package org.asemeducation.stocktake.backup;

import java.util.Optional;

/**
 * Which Stocktake this is.
 */
final class ThisRelease {

	private ThisRelease() {
	}

	/**
	 * The version in the jar's manifest.
	 * @return such as {@code 1.0.0}
	 */
	static String version() {
		return Optional.ofNullable(ThisRelease.class.getPackage().getImplementationVersion()).orElse("unreleased");
	}

}
