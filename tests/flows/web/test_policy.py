import re

import pytest

from flows.web.policy import frame_ancestors, is_for_ourselves, page_policy, script_hashes


def test_a_script_in_the_page_is_named_by_its_hash():
    # echo -n 'let a = 1;' | openssl dgst -sha256 -binary | base64
    assert script_hashes(
        '<script>let a = 1;</script><script src="b.js"></script><script type="module" src="c">'
    ) == ["'sha256-xY6QKfH9PRsQnLz56nj6MBwiK5oHg+im1Jkpdp1x/Ck='"]


def test_a_policy_names_no_other_host_and_lets_nothing_be_evaluated():
    policy = page_policy("<script>1</script>", from_blobs=True)
    assert not re.search(r"unsafe-eval|https?:|\*|script-src[^;]*unsafe-inline", policy)
    assert "script-src 'self' blob: 'sha256-" in policy
    assert "blob:" not in page_policy("").partition("style-src")[0]


def test_only_our_own_pages_may_frame_the_atlas_unless_others_are_named():
    assert frame_ancestors("") == "frame-ancestors 'self'"
    assert is_for_ourselves(frame_ancestors(" "))
    named = frame_ancestors("'self' https://news.example https://*.un.example:8443")
    assert named == "frame-ancestors 'self' https://news.example https://*.un.example:8443"
    assert not is_for_ourselves(named)


@pytest.mark.parametrize(
    "sites", ["news.example", "https://news.example/page", "*", "'self'; script-src *", "a\nb"]
)
def test_what_is_no_site_is_refused_with_an_example(sites):
    with pytest.raises(
        ValueError, match=r"is not a site\. Write each as https:// and a name, without a path"
    ):
        frame_ancestors(sites)
