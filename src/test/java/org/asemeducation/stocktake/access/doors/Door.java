package org.asemeducation.stocktake.access.doors;

/**
 * Something that can be called over HTTP.
 *
 * @param method such as {@code GET}
 * @param path with the names of its variable parts in braces; in the table also with a
 * query, where without one nobody could be answered
 */
record Door(String method, String path) implements Comparable<Door> {

	/** The same door under whatever names its variable parts have, without a query. */
	Door nameless() {
		return new Door(this.method, this.path.replaceAll("\\?.*", "").replaceAll("\\{[^{}]*}", "{}"));
	}

	@Override
	public int compareTo(Door other) {
		int byPath = this.path.compareTo(other.path);
		return (byPath != 0) ? byPath : this.method.compareTo(other.method);
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
