package org.asemeducation.stocktake.report.model;

import java.util.Optional;

/**
 * Where the Word templates of reports are.
 */
@FunctionalInterface
public interface TemplateSource {

	/** Reports look as the house has it. */
	TemplateSource NONE = (sha256) -> Optional.empty();

	/**
	 * Reads a template.
	 * @param sha256 of its bytes, 64 hexadecimal digits
	 * @return a Word file; nothing where there is none of this checksum
	 */
	Optional<byte[]> read(String sha256);

}
