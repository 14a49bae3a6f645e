package org.asemeducation.stocktake.report.round;

/**
 * Who is asked for comments, beside the reviewing body, which always is.
 *
 * @param coordinators everybody who coordinates an initiative of the cycle
 * @param partners everybody who speaks for one of the 51 countries, the European Union or
 * the ASEAN Secretariat
 */
record Audience(boolean coordinators, boolean partners) {

	public String words() {
		String body = "the reviewing body";
		if (this.coordinators && this.partners) {
			return body + ", all coordinators and all partners";
		}
		return this.coordinators ? body + " and all coordinators" : this.partners ? body + " and all partners" : body;
	}

}
