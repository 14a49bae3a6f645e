package org.asemeducation.stocktake.access;

import java.util.List;

/**
 * A contacts file was not loaded, because of these rows.
 */
public class ContactsRejectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<RejectedRow> rows;

	ContactsRejectedException(List<RejectedRow> rows) {
		super("Nothing was loaded: %d row(s) cannot be taken, the first on line %d: %s".formatted(rows.size(),
				rows.get(0).line(), rows.get(0).reason()));
		this.rows = List.copyOf(rows);
	}

	/**
	 * The rows that could not be taken.
	 * @return in file order, at least one
	 */
	public List<RejectedRow> rows() {
		return this.rows;
	}

}
