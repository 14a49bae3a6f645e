package org.asemeducation.stocktake.cycle.attendance;

/**
 * How many take part in a meeting.
 *
 * @param countries how many partner countries
 * @param allCountries how many there are: 51 in 2021
 * @param institutions how many institutional partners
 * @param allInstitutions how many there are: 2 in 2021
 * @param stakeholders how many stakeholders
 * @param persons how many persons, guests too
 */
public record Headcount(int countries, int allCountries, int institutions, int allInstitutions, int stakeholders,
		int persons) {

	/**
	 * All partners, countries and institutions.
	 * @return how many
	 */
	public int partners() {
		return this.countries + this.institutions;
	}

	/**
	 * The same in words.
	 * @return such as "26 of 51 partner countries and 1 of 2 institutional partners, 9
	 * stakeholders, 83 persons"
	 */
	public String inWords() {
		return "%d of %d partner countries and %d of %d institutional partners, %s, %s".formatted(this.countries,
				this.allCountries, this.institutions, this.allInstitutions, number(this.stakeholders, "stakeholder"),
				number(this.persons, "person"));
	}

	private static String number(int number, String what) {
		return (number == 1) ? "1 " + what : "%d %ss".formatted(number, what);
	}

}
