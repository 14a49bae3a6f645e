package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.provider.ProviderSignIn;
import org.asemeducation.stocktake.backup.team.PassWorkOn;
import org.asemeducation.stocktake.backup.team.TeamWork;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where one team of the secretariat hands over to the next: the pack, and the open work
 * of those who leave.
 */
@Controller
@RequestMapping("/desk/handover")
class HandOverPage {

	private final PacksMade packs;

	private final TeamWork work;

	private final PassWorkOn passing;

	private final ProviderSignIn provider;

	private final CurrentPerson current;

	private final Clock clock;

	HandOverPage(PacksMade packs, TeamWork work, PassWorkOn passing, ProviderSignIn provider, CurrentPerson current,
			Clock clock) {
		this.packs = packs;
		this.work = work;
		this.passing = passing;
		this.provider = provider;
		this.current = current;
		this.clock = clock;
	}

	/**
	 * The page, with the open work where people are chosen.
	 * @param leaving the numbers of those who leave
	 * @param taker the number of who takes over
	 */
	@GetMapping
	ModelAndView show(@RequestParam(defaultValue = "") List<Long> leaving,
			@RequestParam(required = false) @Nullable Long taker) {
		this.current.get().requireSecretariat();
		ModelAndView page = page(HttpStatus.OK, leaving, taker);
		if (leaving.isEmpty() && taker == null) {
			return page;
		}
		try {
			return page.addObject("work", this.work.foresee(leaving, (taker != null) ? taker : -1));
		}
		catch (IllegalArgumentException ex) {
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page.addObject("problem", ex.getMessage());
		}
	}

	/** The pack, once it is whole. */
	@PostMapping("/pack")
	@Nullable ModelAndView pack(HttpServletResponse response) throws IOException {
		Person by = this.current.get().requireSecretariat();
		Path file;
		try {
			file = this.packs.make(by);
		}
		catch (Refused ex) {
			return page(HttpStatus.CONFLICT, List.of(), null).addObject("problem", ex.getMessage());
		}
		try {
			response.setContentType("application/zip");
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("stocktake-hand-over-%s.zip"
							.formatted(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC)))
						.build()
						.toString());
			response.setContentLengthLong(Files.size(file));
			Files.copy(file, response.getOutputStream());
			response.flushBuffer();
		}
		finally {
			Files.deleteIfExists(file);
		}
		this.packs.taken(by);
		return null;
	}

	@PostMapping("/work")
	ModelAndView passOn(@RequestParam(defaultValue = "") List<Long> leaving,
			@RequestParam(defaultValue = "-1") long taker, @RequestParam(defaultValue = "") String seen,
			@RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String reason,
			@RequestParam(required = false) @Nullable String close, RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		try {
			next.addFlashAttribute("done",
					this.passing.passOn(new PassWorkOn.Asked(leaving, taker, seen, once, reason, close != null), by));
			return new ModelAndView("redirect:/desk/handover");
		}
		catch (IllegalArgumentException | Refused ex) {
			ModelAndView page = show(leaving, taker);
			page.setStatus((ex instanceof Refused) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
			return page.addObject("problem", ex.getMessage()).addObject("reason", reason);
		}
	}

	private ModelAndView page(HttpStatus status, List<Long> leaving, @Nullable Long taker) {
		return new ModelAndView("handover", status).addObject("packs", this.packs.last())
			.addObject("team", this.work.team())
			.addObject("leaving", leaving)
			.addObject("taker", taker)
			.addObject("once", UUID.randomUUID().toString())
			.addObject("provider", this.provider.isConfigured() ? this.provider.label() : null);
	}

}
