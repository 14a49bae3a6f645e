package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scripts of Camunda's pages run only with the word that the policy of the same
 * answer names.
 */
@RunningStocktake
class PageNonceTest {

	private static final Pattern IN_POLICY = Pattern.compile("'nonce-([\\w-]+)'");

	private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	@Autowired
	private People people;

	@Test
	void pageKeepsItsNonceWhileOthersWork() throws Exception {
		// given
		AtomicBoolean over = new AtomicBoolean();
		Visitor other = this.people.signedIn(this.people.coordinator(this.people.party()));
		Visitor person = this.people.signedIn(this.people.coordinator(this.people.party()));
		ExecutorService elsewhere = Executors.newSingleThreadExecutor();
		try {
			Future<Integer> work = elsewhere.submit(() -> callUntil(over, other));

			// when
			List<HttpResponse<String>> pages = IntStream.range(0, 60).mapToObj((load) -> person.get(TASKLIST)).toList();
			over.set(true);

			// then
			assertThat(work.get()).isPositive();
			assertThat(pages).allSatisfy((page) -> assertThat(inPage(page)).containsExactly(inPolicy(page)));
			assertThat(pages.stream().map(PageNonceTest::inPolicy).distinct()).hasSize(60);
		}
		finally {
			over.set(true);
			elsewhere.shutdown();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "cockpit", "welcome" })
	void pagesOfCamundaKeepTheirPolicyAndOtherHeaders(String application) {
		// given
		Visitor person = this.people.signedIn(this.people.secretary());

		// when
		HttpResponse<String> page = person.get("/camunda/app/" + application + "/default/");

		// then
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("base-uri 'self'", "'strict-dynamic'", "default-src 'self'", "frame-ancestors 'none'",
					"object-src 'none'", "sandbox allow-forms");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(page.headers().firstValue("X-XSS-Protection")).contains("1; mode=block");
		assertThat(inPage(page)).containsExactly(inPolicy(page));
		assertThat(page.headers().firstValueAsLong("Content-Length").orElse(page.body().length()))
			.isEqualTo(page.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
	}

	@Test
	void answersToCallsCarryThePolicyToo() {
		// when
		HttpResponse<String> answer = this.people.signedIn(this.people.secretary()).engine("GET", "/task", "");

		// then
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).contains("object-src 'none'");
	}

	private static int callUntil(AtomicBoolean over, Visitor person) {
		int calls = 0;
		while (!over.get()) {
			person.engine("GET", "/task/count", "");
			calls++;
		}
		return calls;
	}

	private static Set<String> inPage(HttpResponse<String> page) {
		return IN_PAGE.matcher(page.body()).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

	private static String inPolicy(HttpResponse<String> page) {
		return IN_POLICY.matcher(page.headers().firstValue("Content-Security-Policy").orElseThrow())
			.results()
			.map((MatchResult found) -> found.group(1))
			.findFirst()
			.orElseThrow();
	}

}
