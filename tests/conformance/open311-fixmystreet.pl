#!/usr/bin/perl
# Asks as FixMyStreet's client asks and reads as it reads: XML::Simple with the options known from its wire.
# Takes: method, address, and for a POST its fields in pairs. Prints what was read as JSON.
use strict;
use warnings;
use HTTP::Request::Common qw(GET POST);
use JSON::PP;
use LWP::UserAgent;
use XML::Simple;

my ($method, $address, @fields) = @ARGV;
utf8::decode($_) for @fields;
utf8::encode($_) for @fields;
my $agent = LWP::UserAgent->new(timeout => 60);
my $request = $method eq 'POST' ? POST($address, \@fields) : GET($address);
my $answer = $agent->request($request);
my $content = XML::Simple->new->XMLin(
    $answer->decoded_content(charset => 'none'),
    ForceArray   => [qw(service attribute value request error request_update group)],
    GroupTags    => {
        services => 'service', attributes => 'attribute', values => 'value', service_requests => 'request',
        errors => 'error', service_request_updates => 'request_update', groups => 'group',
    },
    KeyAttr       => {},
    SuppressEmpty => undef,
);
print JSON::PP->new->utf8->canonical->encode({
    ok => $answer->is_success ? JSON::PP::true : JSON::PP::false,
    status => $answer->code + 0,
    content => $content,
});
