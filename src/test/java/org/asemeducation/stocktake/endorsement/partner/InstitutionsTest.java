package org.asemeducation.stocktake.endorsement.partner;

import java.net.http.HttpResponse;
import java.util.Map;

import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which institution belongs to which partner.
 */
@RunningStocktake
class InstitutionsTest {

	private static final String PAGE = "/desk/institutions";

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Institutions institutions;

	private Visitor desk;

	@BeforeEach
	void partiesAreInTheRegister() {
		this.desk = this.people.signedIn(this.people.secretary());
		this.jdbc.sql("""
				insert into party (name, acronym, kind, partner, group_id) values
				    ('Institutland', null, 'partner-country', true, 'institutland'),
				    ('Anderland', null, 'partner-country', true, 'anderland'),
				    ('University of Institutland <b>', 'UOIL', 'stakeholder', false, 'uoil')""").update();
		this.jdbc.sql("""
				insert into party (name, kind, partner, group_id)
				select 'Paged school ' || to_char(n, 'FM000'), 'stakeholder', false, 'pagedschool' || n
				from generate_series(1, 201) n""").update();
	}

	@AfterEach
	void clearAway() {
		this.jdbc.sql("delete from partner_institution where party in (select id from party where acronym = 'UOIL')")
			.update();
		this.jdbc.sql("""
				delete from party where name in ('Institutland', 'Anderland') or acronym = 'UOIL'
				or name like 'Paged school %'""").update();
	}

	@Test
	void aNameSaysItUntilTheSecretariatDoes() {
		// given
		assertThat(this.institutions.page(" uoil ", 1).lines())
			.containsExactly(new InstitutionPage.Line("University of Institutland <b>", "Institutland"));
		// when
		HttpResponse<String> done = enter("uoil", partner("Anderland"));
		// then
		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(this.desk.get(PAGE + "?search=Institutland").body())
			.contains("It is entered", "1 party", "University of Institutland &lt;b&gt;</th><td>Anderland<")
			.doesNotContain("Institutland <b>");
		assertThat(this.jdbc.sql("select count(*) from audit where act = 'enter institution' and after = :partner")
			.param("partner", "of party " + partner("Anderland"))
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void whatIsNoneOfThatIsSaidAndChangesNothing() {
		assertRefused(enter("Nowhere college", partner("Anderland")), "&quot;Nowhere college&quot; is no party");
		assertRefused(enter("Institutland", partner("Anderland")), "choose the partner that Institutland belongs to");
		assertRefused(enter("UOIL", partner("UOIL")), "choose the partner that UOIL belongs to");
		assertRefused(enter("UOIL", "everybody"), "value=\"UOIL\"");
		assertRefused(enter("", ""), "Name the party");
	}

	@Test
	void aLongListHasPages() {
		// when
		InstitutionPage first = this.institutions.page("PAGED SCHOOL", 1);
		InstitutionPage last = this.institutions.page("paged school", 99);
		// then
		assertThat(first.found()).isEqualTo(201);
		assertThat(first.lines()).hasSize(200).first().isEqualTo(new InstitutionPage.Line("Paged school 001", ""));
		assertThat(last.page()).isEqualTo(2);
		assertThat(last.lines()).containsExactly(new InstitutionPage.Line("Paged school 201", ""));
		assertThat(this.desk.get(PAGE + "?search=paged+school").body()).contains("Page 1 of 2", "page=2")
			.doesNotContain("Previous page");
	}

	private void assertRefused(HttpResponse<String> answer, String sentence) {
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(sentence);
		assertThat(this.jdbc.sql("""
				select count(*) from partner_institution i join party p on p.id = i.party
				where p.acronym = 'UOIL' or p.name = 'Institutland'""").query(Long.class).single()).isZero();
	}

	private HttpResponse<String> enter(String institution, String partner) {
		this.desk.get(PAGE);
		return this.desk.postForm(PAGE, Map.of("institution", institution, "partner", partner));
	}

	private String partner(String name) {
		return this.jdbc.sql("select id::text from party where :name in (name, acronym)")
			.param("name", name)
			.query(String.class)
			.single();
	}

}
