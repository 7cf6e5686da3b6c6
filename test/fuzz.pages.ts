/** Invented news pages, as untidy as real ones. */
export const PAGES: readonly string[] = [
  `<!DOCTYPE html><html lang="en"><head><title>Mill strike enters third week | Vale Herald</title>
<meta property="article:published_time" content="2023-11-02T06:15:00Z"><meta property="og:site_name" content="Vale Herald">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Mill strike enters third week","datePublished":"2023-11-02"}</script>
</head><body><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<article><h1>Mill strike enters third week</h1><p class="byline">By Dunya Falk</p>
<p>BRACKEN VALE &mdash; Workers at the paper mill &ldquo;will not go back on a promise,&rdquo; union chair Otis Lamb said Thursday.</p>
<figure><img src="a.jpg" alt="Pickets"><figcaption>Pickets at the gate. Photo: Vale Herald</figcaption></figure>
<p>The company, Pulp &amp; Sons, said in a statement it had offered&nbsp;four per cent. "That is&#8212;on paper&#8212;the best we can do," it added.</p>
<blockquote><p>"We have heard that before.</p><p>"And we will hear it again," Lamb told reporters.</p></blockquote>
<p>According to the state mediator, talks resume <b>on Monday</b>.</p></article>
<footer>&copy; Vale Herald <a href="#">Share this</a></footer></body></html>`,
  `<html><body bgcolor=white><table><tr><td><font size=5><b>President vows new dam</b></font><br><i>12.06.2019 14:05</i><br>
<p>The president has <q>no doubt</q> the dam will be built, the National Wire reported, citing an aide who asked not to be named.
<p>&laquo;We waited long enough&raquo;, the aide was quoted as saying.<p>Opposition leader Rhea Kostova denied she had agreed.
<td><img src=ad.gif><a href=x>Click here</a></table></body></html>`,
  `<p>Unclosed <div><span>"It is over<p>he said<p>"and nobody <em>told</em> us" <!-- never mind --><p>&bogus; &#0; &#xD800; end`,
];
